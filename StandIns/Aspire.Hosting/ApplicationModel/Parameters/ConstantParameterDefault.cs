namespace Aspire.Hosting.ApplicationModel;

/// <summary>A default that is told where the parameter is added.</summary>
internal sealed class ConstantParameterDefault(Func<string> value) : ParameterDefault
{
    public override string GetDefaultValue() => value();
}

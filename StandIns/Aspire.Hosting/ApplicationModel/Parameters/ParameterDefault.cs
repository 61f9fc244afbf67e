namespace Aspire.Hosting.ApplicationModel;

/// <summary>A parameter's value when configuration has none.</summary>
public abstract class ParameterDefault
{
    /// <summary>The value.</summary>
    public abstract string GetDefaultValue();
}

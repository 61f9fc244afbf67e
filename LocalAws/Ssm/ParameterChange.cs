using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.Ssm;

/// <summary>A write to the parameter store.</summary>
internal abstract record ParameterChange(AwsScope Scope) : StateChange
{
    internal sealed record Put(AwsScope Scope, Parameter Parameter) : ParameterChange(Scope);

    internal sealed record Deleted(AwsScope Scope, string Name) : ParameterChange(Scope);
}

using System.Collections.Immutable;
using LocalAws.CloudFormation.Templates;
using LocalAws.Protocol;

namespace LocalAws.CloudFormation.Stacks;

/// <summary>What a caller wants a stack to be.</summary>
/// <param name="TemplateText">Null: the template that the stack has.</param>
internal sealed record StackRequest(string StackName, string? TemplateText, CallContext Call)
{
    public IReadOnlyList<GivenParameter> Parameters { get; init; } = [];

    public ImmutableArray<string> Capabilities { get; init; } = [];

    public ImmutableSortedDictionary<string, string>? Tags { get; init; }

    /// <summary>Whether a new stack refuses to be deleted.</summary>
    public bool IsProtected { get; init; }

    /// <summary>What becomes of a stack that cannot be created: ROLLBACK, DELETE or DO_NOTHING.</summary>
    public string OnFailure { get; init; } = "ROLLBACK";
}

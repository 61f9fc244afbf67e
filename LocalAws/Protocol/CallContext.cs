using System.Diagnostics;

namespace LocalAws.Protocol;

/// <summary>What an operation knows of its call beside the request.</summary>
/// <param name="Account">The account id that the call acts in, 12 digits.</param>
/// <param name="Region">The Region that the call acts in, read from the credential scope of its signature.</param>
/// <param name="Host">Scheme, host and port that the caller used; queue URLs start with it.</param>
/// <param name="Trace">The caller's trace, or default.</param>
internal sealed record CallContext(string Account, string Region, string Host, ActivityContext Trace)
{
    private Action? _undo;

    /// <summary>The path that the caller posted to; SQS's clients may name a queue by it.</summary>
    public string Path { get; init; } = "/";

    /// <summary>Account and Region: the key that every store takes.</summary>
    public AwsScope Scope => new(Account, Region);

    /// <summary>The ARN of a resource here, <c>arn:aws:{service}:{region}:{account}:{resource}</c>.</summary>
    public string Arn(string service, string resource) => Scope.Arn(service, resource);

    /// <summary>Whether there is something to undo.</summary>
    public bool CanUndo => _undo is not null;

    /// <summary>Registers what to do if the caller is gone before it has its answer.</summary>
    public void IfUnanswered(Action undo) => _undo += undo;

    /// <summary>The caller is gone: undoes what it will never know of.</summary>
    public void Undo() => _undo?.Invoke();
}

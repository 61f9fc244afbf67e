namespace LocalAws.Protocol;

/// <summary>One call in one of AWS's protocols: how its request is read and how its answer is written.</summary>
internal abstract class Wire
{
    /// <summary>What the caller asks for, as far as it is known.</summary>
    public abstract string Operation { get; }

    /// <summary>Reads the request, runs its operation and writes the answer.</summary>
    /// <exception cref="AwsException">The call is refused.</exception>
    public abstract Task<WireAnswer> RunAsync(HttpRequest request, CallContext call, CancellationToken cancellationToken);

    /// <summary>The answer that tells of a refusal.</summary>
    public abstract WireAnswer Refuse(AwsException refusal);
}

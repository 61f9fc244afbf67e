namespace LocalAws.State;

/// <summary>Keeps nothing: the state lives as long as the process.</summary>
internal sealed class VolatileStateLog : IStateLog
{
    public bool IsKept => false;

    public void Append(StateChange change)
    {
        // Nothing outlives the process, so there is nothing to write.
    }

    public ValueTask FlushAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;
}

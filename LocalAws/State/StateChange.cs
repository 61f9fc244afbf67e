namespace LocalAws.State;

/// <summary>One write to the state of this process, as a log keeps it: replaying all of them in order gives the state back.</summary>
internal abstract record StateChange;

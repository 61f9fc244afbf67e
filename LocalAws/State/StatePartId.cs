namespace LocalAws.State;

/// <summary>The parts of the state, by the numbers that stand for them on the disk: a number is never given anew.</summary>
internal enum StatePartId : byte
{
    Queues = 1,
    Events = 2,
    Parameters = 3,
    Secrets = 4,
    Stacks = 5,
    Deliveries = 6,
    Archives = 7,
    ChangeSets = 8,
}

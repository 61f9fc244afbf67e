namespace Scenarios.Scripts;

/// <summary>One thing that a virtual user does.</summary>
public abstract record FlowStep;

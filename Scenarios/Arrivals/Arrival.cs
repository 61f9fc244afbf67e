namespace Scenarios.Arrivals;

/// <summary>A virtual user that is due.</summary>
/// <param name="Number">Its number in the whole plan, from 1.</param>
/// <param name="Phase">The phase it belongs to, from 0.</param>
/// <param name="Due">When, counted from the plan's beginning, simulated time.</param>
public readonly record struct Arrival(long Number, int Phase, TimeSpan Due);

namespace SlowApi.Orders;

/// <summary>What became of calls with a valid key.</summary>
/// <param name="Processed">Answered 200.</param>
/// <param name="Faults">Answered 502.</param>
/// <param name="Throttled">Answered 429.</param>
/// <param name="Orders">Distinct orders among those processed.</param>
/// <param name="OrdersAgain">Calls among those processed whose order had been before.</param>
internal readonly record struct CallCounts(long Processed, long Faults, long Throttled, long Orders, long OrdersAgain);

namespace Dashboard.Story;

/// <summary>How it stands with an order.</summary>
internal enum OrderStatus
{
    /// <summary>Nothing says that it has ended.</summary>
    UnderWay,

    /// <summary>It was delivered.</summary>
    Delivered,

    /// <summary>It was given up on and never delivered.</summary>
    Dropped,
}

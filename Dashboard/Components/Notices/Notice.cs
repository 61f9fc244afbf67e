namespace Dashboard.Components.Notices;

/// <summary>A sentence that is shown for a moment.</summary>
/// <param name="Number">Tells it from others.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Kind">A css class: good or error.</param>
internal sealed record Notice(int Number, string Text, string Kind);

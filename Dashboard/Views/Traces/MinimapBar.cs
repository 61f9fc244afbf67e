namespace Dashboard.Views.Traces;

/// <summary>A stretch in the small picture of a trace.</summary>
internal sealed record MinimapBar(int Lane, string Service, bool IsError, Bar Bar);

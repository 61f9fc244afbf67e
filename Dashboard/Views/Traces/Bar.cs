namespace Dashboard.Views.Traces;

/// <summary>A bar, in percent of the width that it is drawn in.</summary>
internal readonly record struct Bar(double Left, double Width);

namespace Dashboard.Components.Pages.Console;

/// <summary>Which lines are shown.</summary>
internal enum ConsoleStream
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those of standard output.</summary>
    Output,

    /// <summary>Those of standard error.</summary>
    Errors,
}

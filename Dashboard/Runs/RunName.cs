namespace Dashboard.Runs;

/// <summary>What a run may be called.</summary>
internal static class RunName
{
    /// <summary>The most characters.</summary>
    public const int Longest = 200;

    /// <summary>Reads a name, without the blanks around it.</summary>
    /// <returns>What is wrong with it; null: nothing.</returns>
    public static string? Read(string? text, out string name)
    {
        name = text?.Trim() ?? "";
        return name.Length is 0 or > Longest ? $"A name has 1 to {Longest} characters."
            : VisibleText.Is(name) ? null
            : "A name has no control characters, line breaks or changes of direction: in a list it would be taken for another.";
    }
}

namespace Dashboard.Components.Pages.Console.Ansi;

/// <summary>How text looks after the sequences before it.</summary>
internal readonly record struct AnsiStyle
{
    /// <summary>As the terminal starts.</summary>
    public static AnsiStyle Plain { get; }

    /// <summary>One of the 16 colours; null: the default.</summary>
    public int? Foreground { get; init; }

    /// <summary>One of the 16 colours; null: the default.</summary>
    public int? Background { get; init; }

    /// <summary>Bold, faint, and so on.</summary>
    public AnsiTraits Traits { get; init; }

    /// <summary>The css classes; empty when it is plain.</summary>
    public string CssClass
    {
        get
        {
            if (this == Plain)
            {
                return "";
            }

            List<string> classes = [];
            if (Foreground is { } foreground)
            {
                classes.Add($"ansi-fg-{foreground}");
            }

            if (Background is { } background)
            {
                classes.Add($"ansi-bg-{background}");
            }

            foreach (var trait in Enum.GetValues<AnsiTraits>())
            {
                if (trait != AnsiTraits.None && Traits.HasFlag(trait))
                {
                    classes.Add($"ansi-{trait.ToString().ToLowerInvariant()}");
                }
            }

            return string.Join(' ', classes);
        }
    }
}

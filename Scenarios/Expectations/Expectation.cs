using Scenarios.Reports;

namespace Scenarios.Expectations;

/// <summary>What a run must have come to, in words that a command line can carry: <c>on: dropped == 0</c>.</summary>
public sealed class Expectation
{
    private readonly Func<RunReport, double?> _condition;

    private Expectation(string text, bool? flowControl, Func<RunReport, double?> condition)
    {
        Text = text;
        FlowControl = flowControl;
        _condition = condition;
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Of which runs it speaks: those with flow control (<c>on:</c>), those without (<c>off:</c>), or, null, all.</summary>
    public bool? FlowControl { get; }

    /// <summary>Reads an expectation.</summary>
    /// <exception cref="ExpectationException">It makes no sense; the message says where.</exception>
    public static Expectation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (flowControl, condition) = text.Split(':', 2) switch
        {
            [var scope, var rest] when scope.Trim() is "on" => (true, rest),
            [var scope, var rest] when scope.Trim() is "off" => (false, rest),
            [var scope, _] => throw new ExpectationException(text, 0, $"\"{scope.Trim()}:\" must be on: or off:."),
            _ => ((bool?)null, text),
        };
        return new(text, flowControl, ExpectationParser.Parse(condition).Value);
    }

    /// <summary>Whether it speaks of a run.</summary>
    public bool Concerns(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return FlowControl is null || FlowControl == report.FlowControl;
    }

    /// <summary>Whether a run meets it; null if a figure in it is not known.</summary>
    public bool? IsMetBy(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return _condition(report) is { } value ? value != 0 : null;
    }
}

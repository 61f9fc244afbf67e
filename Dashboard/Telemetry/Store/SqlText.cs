using System.Text;

namespace Dashboard.Telemetry.Store;

/// <summary>A statement in the making, with its parameters in order (<c>?</c>).</summary>
internal sealed class SqlText
{
    private readonly StringBuilder _text = new();
    private readonly List<object?> _parameters = [];
    private bool _hasCondition;

    public SqlText(string text, params IReadOnlyList<object?> parameters) => Add(text, parameters);

    /// <summary>The parameters' values.</summary>
    public IReadOnlyList<object?> Parameters => _parameters;

    /// <summary>Adds text as it is.</summary>
    public SqlText Add(string text, params IReadOnlyList<object?> parameters)
    {
        _text.Append(text).Append(' ');
        _parameters.AddRange(parameters);
        return this;
    }

    /// <summary>Adds a condition, the first after WHERE, the others after AND.</summary>
    public SqlText Where(string condition, params IReadOnlyList<object?> parameters)
    {
        _text.Append(_hasCondition ? "AND (" : "WHERE (").Append(condition).Append(") ");
        _hasCondition = true;
        _parameters.AddRange(parameters);
        return this;
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();
}

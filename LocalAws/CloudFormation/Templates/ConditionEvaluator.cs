using System.Text.Json.Nodes;

namespace LocalAws.CloudFormation.Templates;

/// <summary>Evaluates the conditions of a template.</summary>
internal sealed class ConditionEvaluator(TemplateScope scope)
{
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <summary>Whether the condition of this name holds.</summary>
    public bool Holds(string name)
    {
        if (_known.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!scope.Template.Conditions.TryGetValue(name, out var definition))
        {
            throw TemplateErrors.Format($"Unresolved condition dependency {name} in the Resources block of the template");
        }

        if (!_open.Add(name))
        {
            throw TemplateErrors.Format($"Found circular condition dependency with {name}");
        }

        var holds = Holds(definition);
        _open.Remove(name);
        return _known[name] = holds;
    }

    private bool Holds(JsonNode? node)
    {
        if (node is not JsonObject { Count: 1 } function)
        {
            throw TemplateErrors.Format("Every Conditions member must be a condition function.");
        }

        var (name, operand) = function.First();
        return (name, operand) switch
        {
            ("Condition", JsonValue other) => Holds(other.ToString()),
            ("Fn::Equals", JsonArray { Count: 2 } pair) => Value(pair[0]) == Value(pair[1]),
            ("Fn::Not", JsonArray { Count: 1 } one) => !Holds(one[0]),
            ("Fn::And", JsonArray { Count: >= 2 and <= 10 } all) => all.All(Holds),
            ("Fn::Or", JsonArray { Count: >= 2 and <= 10 } any) => any.Any(Holds),
            _ => throw TemplateErrors.Template($"{name} is no condition function or has the wrong number of arguments"),
        };
    }

    /// <summary>A comparable value. Conditions see parameters and mappings, no resources.</summary>
    private string Value(JsonNode? node)
    {
        if (Reference.In(node).FirstOrDefault(reference => scope.Template.Resources.ContainsKey(reference.Name)) is { } resource)
        {
            throw TemplateErrors.Format(
                $"Unresolved dependencies [{resource.Name}]. Cannot reference resources in the Conditions block of the template");
        }

        return new Evaluator(scope).Evaluate(node)?.ToString() ?? "";
    }
}

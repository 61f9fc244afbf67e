using System.Globalization;
using System.Text.Json.Nodes;

namespace LocalAws.CloudFormation.Templates;

/// <summary>
/// Evaluates the functions in a template. The result of null stands for <c>AWS::NoValue</c>: whatever would have it goes
/// without.
/// </summary>
internal sealed class Evaluator(TemplateScope scope)
{
    private readonly ConditionEvaluator _conditions = new(scope);

    /// <summary>The node with all functions replaced by their values.</summary>
    public JsonNode? Evaluate(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } members when members.First() is var (name, operand) && IsFunction(name) => Call(name, operand!),
        JsonObject members => new JsonObject(
            members.Select(member => KeyValuePair.Create(member.Key, Evaluate(member.Value))).Where(static member => member.Value is not null)),
        JsonArray items => new JsonArray([.. items.Select(Evaluate).Where(static item => item is not null)]),
        _ => node?.DeepClone(),
    };

    /// <summary>The node's value as text.</summary>
    public string EvaluateText(JsonNode? node, string what) => Evaluate(node) is JsonValue value
        ? TemplateParser.Scalar(value)
        : throw TemplateErrors.Template($"{what} must be a string");

    /// <summary>Whether a condition holds; no condition always does.</summary>
    public bool Holds(string? condition) => condition is null || _conditions.Holds(condition);

    private static bool IsFunction(string name) => name == "Ref" || name.StartsWith("Fn::", StringComparison.Ordinal);

    private JsonNode? Call(string function, JsonNode operand) => function switch
    {
        "Ref" => scope.Ref(operand.ToString()),
        "Fn::GetAtt" => JsonValue.Create(scope.RequireResource(Reference.OfGetAtt(operand))),
        "Fn::Sub" => Sub(operand),
        "Fn::Join" => Join(operand),
        "Fn::Select" => Select(operand),
        "Fn::Split" => Split(operand),
        "Fn::FindInMap" => Find(operand),
        "Fn::Base64" => JsonValue.Create(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(EvaluateText(operand, "Fn::Base64")))),
        "Fn::If" => If(operand),
        "Fn::ImportValue" => Import(EvaluateText(operand, "Fn::ImportValue")),
        _ => throw TemplateErrors.Template($"the function {function} is not supported here"),
    };

    private JsonValue Import(string export) => JsonValue.Create(scope.Import(export)
        ?? throw TemplateErrors.Validation($"No export named {export} found."));

    private JsonNode? If(JsonNode operand) => operand is JsonArray { Count: 3 } parts && parts[0] is JsonValue condition
        ? Evaluate(_conditions.Holds(condition.ToString()) ? parts[1] : parts[2])
        : throw TemplateErrors.Template("Fn::If requires a list argument with two elements and a condition");

    private JsonValue Sub(JsonNode operand)
    {
        var (text, own) = operand switch
        {
            JsonValue value => (value.ToString(), null),
            JsonArray { Count: 2 } pair when pair[0] is JsonValue value && pair[1] is JsonObject variables => (value.ToString(), variables),
            _ => throw TemplateErrors.Template("One or more Fn::Sub intrinsic functions don't specify expected arguments. "
                + "Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string"),
        };
        return JsonValue.Create(SubText.Fill(text, name =>
        {
            if (own?.ContainsKey(name) == true)
            {
                return EvaluateText(own[name], $"The variable {name} of Fn::Sub");
            }

            var reference = Reference.OfName(name);
            if (reference.Attribute is not null)
            {
                return scope.RequireResource(reference);
            }

            return scope.Ref(name) is JsonValue value
                ? TemplateParser.Scalar(value)
                : throw TemplateErrors.Template($"Fn::Sub cannot put {name} into a string");
        }));
    }

    private JsonValue Join(JsonNode operand) =>
        operand is JsonArray { Count: 2 } parts && parts[0] is JsonValue separator && Evaluate(parts[1]) is JsonArray items
        ? JsonValue.Create(string.Join(separator.ToString(), items.Select(item => Text(item, "Fn::Join"))))
        : throw TemplateErrors.Template("every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined "
            + "or a function that returns a list of strings (such as Fn::GetAZs) to be joined.");

    private JsonNode? Select(JsonNode operand)
    {
        if (operand is not JsonArray { Count: 2 } parts || Evaluate(parts[1]) is not JsonArray items
            || !int.TryParse(EvaluateText(parts[0], "The index of Fn::Select"), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            throw TemplateErrors.Template("Fn::Select requires a list argument with two elements: an integer index and a list");
        }

        return index < items.Count
            ? items[index]?.DeepClone()
            : throw TemplateErrors.Template($"Fn::Select cannot select nonexistent value at index {index}");
    }

    private JsonArray Split(JsonNode operand) => operand is JsonArray { Count: 2 } parts && parts[0] is JsonValue separator
        ? new JsonArray([.. EvaluateText(parts[1], "The source of Fn::Split").Split(separator.ToString()).Select(static item => JsonValue.Create(item))])
        : throw TemplateErrors.Template("every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split "
            + "or a function that returns a string to be split.");

    private JsonNode Find(JsonNode operand)
    {
        if (operand is not JsonArray { Count: 3 } names)
        {
            throw TemplateErrors.Template(
                "every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value");
        }

        string[] path = [.. names.Select(name => EvaluateText(name, "A name of Fn::FindInMap"))];
        return ((scope.Template.Mappings[path[0]] as JsonObject)?[path[1]] as JsonObject)?[path[2]]?.DeepClone()
            ?? throw TemplateErrors.Template($"Unable to get mapping for {string.Join("::", path)}");
    }

    private static string Text(JsonNode? node, string function) =>
        node is JsonValue value ? TemplateParser.Scalar(value) : throw TemplateErrors.Template($"{function} takes strings only");
}

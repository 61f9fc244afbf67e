using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LocalAws.CloudFormation.Templates;

/// <summary>Reads YAML with CloudFormation's short forms, such as <c>!Sub</c>, into JSON nodes with their long forms, such as <c>Fn::Sub</c>.</summary>
internal static partial class YamlReader
{
    /// <summary>How deep a template may nest.</summary>
    public const int MaximumDepth = 64;

    public static JsonNode? Read(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                return null;
            }

            parser.Consume<DocumentStart>();
            var root = ReadNode(parser, 0);
            parser.Consume<DocumentEnd>();
            return parser.Accept<StreamEnd>(out _) ? root : throw TemplateErrors.Format("only one YAML document is allowed.");
        }
        catch (YamlException malformed)
        {
            throw TemplateErrors.Format($"YAML not well-formed. (line {malformed.Start.Line}, column {malformed.Start.Column})");
        }
        catch (InvalidOperationException)
        {
            // The parser's word for some texts that end in the middle of something.
            throw TemplateErrors.Format("YAML not well-formed.");
        }
    }

    private static JsonNode? ReadNode(IParser parser, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw TemplateErrors.Format($"the template nests deeper than {MaximumDepth} levels.");
        }

        switch (parser.Current)
        {
            case Scalar scalar:
                parser.MoveNext();
                var isText = HasOwnTag(scalar.Tag) || scalar.Style != ScalarStyle.Plain;
                return Wrap(scalar.Tag, scalar.Start, isText ? JsonValue.Create(scalar.Value) : ReadPlain(scalar.Value));
            case SequenceStart sequence:
                return Wrap(sequence.Tag, sequence.Start, ReadSequence(parser, depth));
            case MappingStart mapping:
                return Wrap(mapping.Tag, mapping.Start, ReadMapping(parser, depth));
            case AnchorAlias:
                throw TemplateErrors.Template("YAML aliases are not allowed in CloudFormation templates");
            default:
                throw TemplateErrors.Format("YAML not well-formed.");
        }
    }

    private static JsonArray ReadSequence(IParser parser, int depth)
    {
        parser.Consume<SequenceStart>();
        var array = new JsonArray();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            array.Add(ReadNode(parser, depth + 1));
        }

        return array;
    }

    private static JsonObject ReadMapping(IParser parser, int depth)
    {
        parser.Consume<MappingStart>();
        var members = new JsonObject();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (!members.TryAdd(key.Value, ReadNode(parser, depth + 1)))
            {
                throw TemplateErrors.Format($"Duplicate key {key.Value} (line {key.Start.Line}, column {key.Start.Column})");
            }
        }

        return members;
    }

    private static bool HasOwnTag(TagName tag) => !tag.IsEmpty && !tag.IsNonSpecific;

    private static JsonNode? Wrap(TagName tag, Mark place, JsonNode? value)
    {
        if (!HasOwnTag(tag) || tag.Value.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal))
        {
            return value;
        }

        return tag.Value switch
        {
            "!Ref" => new JsonObject { ["Ref"] = value },
            "!Condition" => new JsonObject { ["Condition"] = value },
            "!GetAtt" when value is JsonValue text && text.TryGetValue(out string? name) => new JsonObject { ["Fn::GetAtt"] = SplitAttribute(name) },
            "!Sub" or "!GetAtt" or "!Join" or "!If" or "!Equals" or "!Not" or "!And" or "!Or" or "!Select" or "!Split" or "!FindInMap"
                or "!Base64" or "!ImportValue" or "!GetAZs" or "!Cidr" or "!Transform" => new JsonObject { [$"Fn::{tag.Value[1..]}"] = value },
            _ => throw TemplateErrors.Format($"unknown tag {tag.Value} (line {place.Line}, column {place.Column})"),
        };
    }

    private static JsonArray SplitAttribute(string name) =>
        name.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? [name[..dot], name[(dot + 1)..]] : [name];

    private static JsonValue? ReadPlain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        // A number with a leading zero, such as an account id, must keep it.
        _ when Integer().IsMatch(text) && long.TryParse(text, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ when Decimal().IsMatch(text) => JsonValue.Create(decimal.Parse(text, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text),
    };

    [GeneratedRegex("^-?(0|[1-9][0-9]{0,17})$")]
    private static partial Regex Integer();

    [GeneratedRegex("^-?(0|[1-9][0-9]{0,14})\\.[0-9]{1,12}$")]
    private static partial Regex Decimal();
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalAws.CloudFormation.Templates;

/// <summary>Reads a template's text, JSON or YAML, into one form: objects, arrays and scalars, with functions in their long form.</summary>
internal static class TemplateText
{
    /// <exception cref="Protocol.AwsException">The text is neither.</exception>
    public static JsonObject Read(string text)
    {
        var root = text.TrimStart() is ['{', ..] ? ReadJson(text) : YamlReader.Read(text);
        RefuseNulls(root, "");
        return root as JsonObject ?? throw TemplateErrors.Format("unsupported structure.");
    }

    private static JsonNode? ReadJson(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = YamlReader.MaximumDepth });
        }
        catch (JsonException malformed)
        {
            throw TemplateErrors.Format($"JSON not well-formed. (line {malformed.LineNumber + 1}, column {malformed.BytePositionInLine + 1})");
        }
    }

    private static void RefuseNulls(JsonNode? node, string path)
    {
        switch (node)
        {
            case null:
                throw TemplateErrors.Format($"[{(path.Length == 0 ? "/" : path)}] 'null' values are not allowed in templates");
            case JsonArray array:
                for (var index = 0; index < array.Count; index++)
                {
                    RefuseNulls(array[index], $"{path}/{index}");
                }

                break;
            case JsonObject members:
                try
                {
                    foreach (var (name, value) in members)
                    {
                        RefuseNulls(value, $"{path}/{name}");
                    }
                }
                catch (ArgumentException)
                {
                    // How JsonObject says that a key occurs twice, which it finds out when it is first looked at.
                    throw TemplateErrors.Format($"[{path}] has a key twice");
                }

                break;
            default:
                break;
        }
    }
}

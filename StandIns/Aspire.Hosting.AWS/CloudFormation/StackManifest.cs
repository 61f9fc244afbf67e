using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.AWS.CloudFormation;

/// <summary>A stack in the manifest.</summary>
internal static class StackManifest
{
    /// <summary>Writes the properties of a stack.</summary>
    internal static void Write(Utf8JsonWriter writer, IEnumerable<IResource> resources, StackResource stack, Func<string, string> relative)
    {
        writer.WriteString("stack-name", stack.StackName);
        if (stack is TemplateResource template)
        {
            writer.WriteString("template-path", relative(template.TemplatePath));
        }

        writer.WriteStartArray("references");
        foreach (var user in resources.Where(user => user.Annotations.OfType<StackReference>().Any(reference => reference.Stack == stack)))
        {
            writer.WriteStartObject();
            writer.WriteString("target-resource", user.Name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Embedded.Manifest;

/// <summary>Writes the resources of a manifest, each kind in its own form.</summary>
internal sealed class ManifestResources(Utf8JsonWriter writer, LaunchPlanner planner, string manifestDirectory)
{
    /// <summary>Writes one resource; a kind without a form is left out.</summary>
    internal async Task WriteAsync(IResource resource, CancellationToken cancellationToken)
    {
        switch (resource)
        {
            case ParameterResource parameter:
                WriteParameter(parameter);
                break;
            case ProjectResource when resource.TryGetLastAnnotation<IProjectMetadata>(out var project):
                Begin(resource, "project.v0");
                writer.WriteString("path", Relative(project.ProjectPath));
                await WriteProcessAsync(resource, cancellationToken);
                writer.WriteEndObject();
                break;
            case ExecutableResource executable:
                Begin(resource, "executable.v0");
                writer.WriteString("workingDirectory", Relative(executable.WorkingDirectory));
                writer.WriteString("command", executable.Command);
                await WriteProcessAsync(resource, cancellationToken);
                writer.WriteEndObject();
                break;
            case ContainerResource when resource.TryGetLastAnnotation<ContainerImageAnnotation>(out var image):
                Begin(resource, "container.v0");
                writer.WriteString("image", $"{(image.Registry is null ? "" : image.Registry + "/")}{image.Image}:{image.Tag}");
                await WriteProcessAsync(resource, cancellationToken);
                writer.WriteEndObject();
                break;
            default:
                foreach (var form in resource.Annotations.OfType<ManifestForm>())
                {
                    Begin(resource, form.Type);
                    form.Write(writer, Relative);
                    writer.WriteEndObject();
                }

                break;
        }
    }

    private void Begin(IResource resource, string type)
    {
        writer.WriteStartObject(resource.Name);
        writer.WriteString("type", type);
    }

    private void WriteParameter(ParameterResource parameter)
    {
        Begin(parameter, "parameter.v0");
        if (parameter is IResourceWithConnectionString)
        {
            writer.WriteString("connectionString", $"{{{parameter.Name}.value}}");
        }

        writer.WriteString("value", $"{{{parameter.Name}.inputs.value}}");
        writer.WriteStartObject("inputs");
        writer.WriteStartObject("value");
        writer.WriteString("type", "string");
        if (parameter.Secret)
        {
            writer.WriteBoolean("secret", true);
        }

        if (parameter.Default is { } fallback)
        {
            writer.WriteStartObject("default");
            writer.WriteString("value", fallback.GetDefaultValue());
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private async Task WriteProcessAsync(IResource resource, CancellationToken cancellationToken)
    {
        var arguments = await planner.ArgumentsAsync(resource, resource.Name, cancellationToken);
        if (arguments.Count > 0)
        {
            writer.WriteStartArray("args");
            foreach (var argument in arguments)
            {
                writer.WriteStringValue(ManifestValue.Of(argument));
            }

            writer.WriteEndArray();
        }

        writer.WriteStartObject("env");
        foreach (var (name, value) in await planner.DescribeAsync(resource, resource.Name, 0, cancellationToken))
        {
            writer.WriteString(name, ManifestValue.Of(value));
        }

        writer.WriteEndObject();
        WriteBindings(resource);
    }

    private void WriteBindings(IResource resource)
    {
        if (!resource.TryGetEndpoints(out var endpoints))
        {
            return;
        }

        writer.WriteStartObject("bindings");
        foreach (var endpoint in endpoints)
        {
            writer.WriteStartObject(endpoint.Name);
            writer.WriteString("scheme", endpoint.UriScheme);
            writer.WriteString("protocol", endpoint.Protocol == System.Net.Sockets.ProtocolType.Udp ? "udp" : "tcp");
            writer.WriteString("transport", endpoint.Transport);
            if (endpoint.Port is { } port)
            {
                writer.WriteNumber("port", port);
            }

            if (endpoint.TargetPort is { } targetPort)
            {
                writer.WriteNumber("targetPort", targetPort);
            }

            if (endpoint.IsExternal)
            {
                writer.WriteBoolean("external", true);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private string Relative(string path) => Path.GetRelativePath(manifestDirectory, path).Replace('\\', '/');
}

using System.Text.Encodings.Web;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Embedded.Manifest;

/// <summary>Writes what the application is made of, as <c>--publisher manifest --output-path FILE</c> asks, without starting anything.</summary>
internal sealed class ManifestPublisher(DistributedApplicationModel model, IConfiguration configuration, LaunchPlanner planner)
{
    private const string Schema = "https://json.schemastore.org/aspire-8.0.json";
    private const string FileName = "aspire-manifest.json";

    // A manifest is read by people and by tools, never put into a page.
    private static readonly JsonWriterOptions Format = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the manifest and returns its path.</summary>
    /// <exception cref="DistributedApplicationException">The command line does not say where to, or asks for another publisher.</exception>
    internal async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        var publisher = configuration["publisher"] ?? configuration["Publishing:Publisher"];
        if (publisher != "manifest")
        {
            throw new DistributedApplicationException($"--publisher {publisher}: must be manifest.");
        }

        var output = configuration["output-path"] ?? configuration["Publishing:OutputPath"]
            ?? throw new DistributedApplicationException("--publisher manifest needs --output-path FILE.");
        var path = Path.GetFullPath(output);
        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            path = Path.Combine(path, FileName);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = File.Create(path);
        await using var writer = new Utf8JsonWriter(file, Format);
        var resources = new ManifestResources(writer, planner, Path.GetDirectoryName(path)!);
        writer.WriteStartObject();
        writer.WriteString("$schema", Schema);
        writer.WriteStartObject("resources");
        foreach (var resource in model.Resources.Where(static resource => !resource.HasAnnotationOfType<ManifestPublishingCallbackAnnotation>()))
        {
            await resources.WriteAsync(resource, cancellationToken);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        return path;
    }
}

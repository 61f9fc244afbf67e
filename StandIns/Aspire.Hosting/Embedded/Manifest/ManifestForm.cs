using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Embedded.Manifest;

/// <summary>How a resource of another assembly appears in the manifest.</summary>
/// <param name="Type">Its type there.</param>
/// <param name="Write">Writes its properties; it is handed what makes a path relative to the manifest.</param>
internal sealed record ManifestForm(string Type, Action<Utf8JsonWriter, Func<string, string>> Write) : IResourceAnnotation;

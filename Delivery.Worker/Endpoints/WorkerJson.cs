using System.Text.Json;
using System.Text.Json.Serialization;

namespace Delivery.Worker.Endpoints;

/// <summary>A refusal, as a gateway words it.</summary>
/// <param name="Message">One sentence.</param>
internal sealed record Refusal(string Message);

/// <summary>What this service is.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Endpoints">What can be called.</param>
internal sealed record ServiceDescription(string Service, string Description, IReadOnlyList<string> Endpoints);

/// <summary>The JSON of this service's own answers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Refusal))]
[JsonSerializable(typeof(ServiceDescription))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class WorkerJson : JsonSerializerContext;

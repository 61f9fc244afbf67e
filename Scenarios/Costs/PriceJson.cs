using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scenarios.Costs;

/// <summary>The price list's JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PriceList))]
internal sealed partial class PriceJson : JsonSerializerContext;

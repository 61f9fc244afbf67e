using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notification.Api;

/// <summary>The JSON that Notification.Api answers with.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AcceptedAnswer))]
[JsonSerializable(typeof(RefusedAnswer))]
[JsonSerializable(typeof(ServiceCard))]
internal sealed partial class NotificationJson : JsonSerializerContext;

using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LocalAws.EventBridge.Topology;
using LocalAws.SecretsManager;

namespace LocalAws.EventBridge.Operations;

/// <summary>What the secret of a connection says, in the shape of AWS's.</summary>
internal static class ConnectionSecret
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static SecretValue Of(Connection connection)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Relaxed))
        {
            writer.WriteStartObject();
            Write(writer, connection.Authorization);
            Write(writer, "invocation_http_parameters", connection.Invocation);
            writer.WriteEndObject();
        }

        return new SecretValue(Encoding.UTF8.GetString(json.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter writer, Authorization authorization)
    {
        switch (authorization)
        {
            case Authorization.ApiKey key:
                writer.WriteString("api_key_name", key.Name);
                writer.WriteString("api_key_value", key.Value);
                break;
            case Authorization.Basic basic:
                writer.WriteString("username", basic.Username);
                writer.WriteString("password", basic.Password);
                break;
            case Authorization.OAuth oauth:
                writer.WriteString("client_id", oauth.ClientId);
                writer.WriteString("client_secret", oauth.ClientSecret);
                writer.WriteString("authorization_endpoint", oauth.Endpoint);
                writer.WriteString("http_method", oauth.Method);
                Write(writer, "oauth_http_parameters", oauth.Additions.IsEmpty ? null : oauth.Additions);
                break;
            default:
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, HttpAdditions? additions)
    {
        if (additions is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        if (!additions.IsEmpty)
        {
            Write(writer, "header_parameters", additions.Headers);
            Write(writer, "query_string_parameters", additions.Query);
            Write(writer, "body_parameters", additions.Body);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, ImmutableArray<HttpAddition> additions)
    {
        writer.WriteStartArray(name);
        foreach (var addition in additions)
        {
            writer.WriteStartObject();
            writer.WriteString("key", addition.Key);
            writer.WriteString("value", addition.Value);
            writer.WriteBoolean("is_value_secret", addition.IsSecret);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

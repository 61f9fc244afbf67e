using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace StandIns.Aws.Tests.Wire;

/// <summary>A request as it arrived.</summary>
internal sealed record ReceivedCall(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Target => Headers.GetValueOrDefault("X-Amz-Target", "");

    /// <summary>Region and service of the signature, such as <c>eu-west-1/events</c>.</summary>
    public string Scope
    {
        get
        {
            var parts = Headers["Authorization"].Split("Credential=")[1].Split(',')[0].Split('/');
            return $"{parts[2]}/{parts[3]}";
        }
    }

    public string AccessKey => Headers["Authorization"].Split("Credential=")[1].Split('/')[0];

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public IReadOnlyDictionary<string, string> Form =>
        QueryHelpers.ParseQuery(Body).ToDictionary(each => each.Key, each => each.Value.ToString());
}

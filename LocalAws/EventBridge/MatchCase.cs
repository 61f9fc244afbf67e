using System.Text;
using System.Text.Json;
using LocalAws.EventBridge.Patterns;

namespace LocalAws.EventBridge;

/// <summary>A line of input of <see cref="MatchCommand"/>; null: the line does not have it as a string.</summary>
internal sealed record MatchCase(string? Name, string? Event, string? Pattern)
{
    /// <summary>Null if the line is no JSON object. Halves of surrogate pairs are borne, because they are among the things to match.</summary>
    public static MatchCase? Read(string line)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(line));
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            var match = new MatchCase(null, null, null);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                match = match.Read(EscapedText.Read(reader), ref reader);
            }

            // Only white space may follow; anything else throws.
            _ = reader.Read();
            return match;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private MatchCase Read(string member, ref Utf8JsonReader reader)
    {
        reader.Read();
        var text = reader.TokenType == JsonTokenType.String ? EscapedText.Read(reader) : null;
        reader.Skip();
        return member switch
        {
            "name" => this with { Name = text },
            "event" => this with { Event = text },
            "pattern" => this with { Pattern = text },
            _ => this,
        };
    }
}

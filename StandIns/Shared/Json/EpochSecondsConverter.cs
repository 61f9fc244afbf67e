using System.Text.Json;
using System.Text.Json.Serialization;

namespace StandIns.Aws.Json;

/// <summary>An instant as AWS JSON has it: seconds since 1970, with a fraction where there is one.</summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTime>
{
    private const decimal MillisecondsInSecond = 1000;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTime.UnixEpoch.AddTicks((long)(reader.GetDecimal() * TimeSpan.TicksPerSecond));

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
    {
        var milliseconds = (value.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
        if (milliseconds % MillisecondsInSecond == 0)
        {
            writer.WriteNumberValue(milliseconds / (long)MillisecondsInSecond);
        }
        else
        {
            writer.WriteNumberValue(milliseconds / MillisecondsInSecond);
        }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LocalAws.Protocol;

namespace LocalAws.Ssm;

/// <summary>Parameters as callers see them.</summary>
internal static class ParameterView
{
    /// <summary>A version with its value.</summary>
    /// <param name="selector">The version or label that was asked for, as it was.</param>
    public static ParameterContract Show(Parameter parameter, bool decrypt, string? selector = null) => new(
        parameter.Name,
        parameter.Type,
        Value(parameter, decrypt),
        parameter.Version,
        selector,
        Seconds(parameter),
        parameter.Arn,
        parameter.DataType);

    /// <summary>A version without its value.</summary>
    public static ParameterMetadata Describe(Parameter parameter, AwsScope scope, DateTimeOffset now) =>
        new(parameter.Name, parameter.Type, parameter.Version, Seconds(parameter), $"arn:aws:iam::{scope.Account}:root")
        {
            ARN = parameter.Arn,
            Description = parameter.Description,
            AllowedPattern = parameter.AllowedPattern,
            KeyId = parameter.KeyId,
            Tier = parameter.Tier,
            DataType = parameter.DataType,
            Policies =
            [
                .. parameter.Policies.Select(policy =>
                    new ParameterInlinePolicy(policy.Text, policy.Type, policy.DueAt(parameter) <= now ? "Finished" : "Pending")),
            ],
        };

    /// <summary>A version as its history tells of it.</summary>
    public static ParameterMetadata Remember(Parameter parameter, AwsScope scope, bool decrypt, DateTimeOffset now) =>
        Describe(parameter, scope, now) with { ARN = null, Value = Value(parameter, decrypt), Labels = [.. parameter.Labels] };

    /// <summary>
    /// The value, or what stands for the ciphertext of a SecureString: opaque, the same at every call, and another for
    /// another version. Nothing is encrypted here, so nothing decrypts it.
    /// </summary>
    private static string Value(Parameter parameter, bool decrypt)
    {
        if (decrypt || parameter.Type != Parameter.Secure)
        {
            return parameter.Value;
        }

        var key = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{parameter.Arn}:{parameter.Version}"));
        return "AQICAH" + Convert.ToBase64String(HMACSHA512.HashData(key, Encoding.UTF8.GetBytes(parameter.Value)));
    }

    private static double Seconds(Parameter parameter) => parameter.ModifiedAt.ToUnixTimeMilliseconds() / 1000.0;
}

using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.CloudFormation.Templates;
using LocalAws.SecretsManager;

namespace LocalAws.CloudFormation.Resources;

/// <summary>The property <c>GenerateSecretString</c>: a random password, alone or as a member of a JSON document.</summary>
internal sealed record SecretGeneration
{
    public long? PasswordLength { get; init; }

    public string? ExcludeCharacters { get; init; }

    public bool? ExcludeNumbers { get; init; }

    public bool? ExcludePunctuation { get; init; }

    public bool? ExcludeUppercase { get; init; }

    public bool? ExcludeLowercase { get; init; }

    public bool? IncludeSpace { get; init; }

    public bool? RequireEachIncludedType { get; init; }

    /// <summary>The document that the password is put into.</summary>
    public string? SecretStringTemplate { get; init; }

    /// <summary>The member of the document that the password becomes.</summary>
    public string? GenerateStringKey { get; init; }

    /// <summary>A new value.</summary>
    /// <exception cref="Protocol.AwsException">There is no such password, or the document is none.</exception>
    public SecretValue Make()
    {
        var password = RandomPassword.Of(new RandomPasswordRequest
        {
            PasswordLength = PasswordLength,
            ExcludeCharacters = ExcludeCharacters,
            ExcludeNumbers = ExcludeNumbers,
            ExcludePunctuation = ExcludePunctuation,
            ExcludeUppercase = ExcludeUppercase,
            ExcludeLowercase = ExcludeLowercase,
            IncludeSpace = IncludeSpace,
            RequireEachIncludedType = RequireEachIncludedType,
        });
        return new SecretValue((SecretStringTemplate, GenerateStringKey) switch
        {
            (null, null) => password,
            ({ } document, { } key) => Fill(document, key, password),
            _ => throw TemplateErrors.Validation("SecretStringTemplate and GenerateStringKey must be given together."),
        });
    }

    private static string Fill(string document, string key, string password)
    {
        try
        {
            if (JsonNode.Parse(document) is JsonObject members)
            {
                members[key] = password;
                return members.ToJsonString(ResourceJson.Relaxed);
            }
        }
        catch (JsonException)
        {
            // Said below, as of a document that is no object.
        }

        throw TemplateErrors.Validation("SecretStringTemplate must be a JSON object.");
    }
}

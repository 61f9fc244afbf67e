using System.Collections.Immutable;

namespace LocalAws.SecretsManager;

/// <summary>One version of a secret and the staging labels that point to it.</summary>
internal sealed record SecretVersion(string Id, SecretValue Value, DateTimeOffset CreatedAt, ImmutableSortedSet<string> Stages);

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.SecretsManager;

/// <summary>All secrets of all Regions. A secret is meant by its name or by its ARN, with or without the ARN's random end.</summary>
internal sealed class SecretStore(TimeProvider clock, IStateLog log) : IStatePart
{
    private const int SuffixLength = 6;
    private const string SuffixLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly ConcurrentDictionary<(AwsScope Scope, string Name), Secret> _secrets = [];
    private readonly Lock _changes = new();

    /// <summary>Creates a secret.</summary>
    /// <exception cref="AwsException">The name is not allowed or taken.</exception>
    public Secret Create(AwsScope scope, NewSecret request)
    {
        SecretRules.CheckName(request.Name);
        SecretRules.CheckValue(request.Value);
        lock (_changes)
        {
            if (FindByName(scope, request.Name) is { } existing)
            {
                if (existing.DeletionAt is null && request.VersionId is { } token && request.Value is { } again
                    && existing.Versions.Find(version => version.Id == token)?.Value.Matches(again) == true)
                {
                    // The same call once more, perhaps because its first answer was lost.
                    return existing;
                }

                throw existing.DeletionAt is null ? SecretErrors.Exists(request.Name) : SecretErrors.ScheduledForDeletion();
            }

            var now = clock.GetUtcNow();
            var suffix = RandomNumberGenerator.GetString(SuffixLetters, SuffixLength);
            return Write(scope, new Secret(request.Name, scope.Arn("secretsmanager", $"secret:{request.Name}-{suffix}"), now)
            {
                ChangedAt = now,
                Description = request.Description,
                KmsKeyId = request.KmsKeyId,
                Tags = request.Tags.ToImmutableSortedDictionary(StringComparer.Ordinal),
                Versions = request.Value is { } value
                    ? [new SecretVersion(request.VersionId ?? NewVersionId(), value, now, [SecretStages.Current])]
                    : [],
            });
        }
    }

    /// <summary>Adds a version.</summary>
    /// <param name="id">The secret's name or ARN.</param>
    /// <param name="versionId">The new version's id; null: a new one. An id in use is fine if its value is the same.</param>
    /// <param name="stages">The labels that it gets; none: AWSCURRENT.</param>
    /// <exception cref="AwsException">There is no such secret, it is marked for deletion, or the version's id is taken.</exception>
    public SecretVersion PutValue(
        AwsScope scope, string id, SecretValue value, string? versionId = null, IReadOnlyCollection<string>? stages = null)
    {
        SecretRules.CheckValue(value);
        lock (_changes)
        {
            var secret = RequireAlive(scope, id);
            if (secret.Versions.Find(version => version.Id == versionId) is { } existing)
            {
                return existing.Value.Matches(value) ? existing : throw SecretErrors.VersionExists(existing.Id);
            }

            var now = clock.GetUtcNow();
            ImmutableSortedSet<string> labels = [.. stages ?? []];
            if (labels.IsEmpty || secret.Versions.IsEmpty)
            {
                labels = labels.Add(SecretStages.Current);
            }

            var added = new SecretVersion(versionId ?? NewVersionId(), value, now, labels);
            Write(scope, secret with { ChangedAt = now, Versions = SecretStages.Add(secret.Versions, added) });
            return added;
        }
    }

    /// <summary>Changes a secret's description, key, tags or labels.</summary>
    /// <exception cref="AwsException">There is no such secret, it is marked for deletion, or <paramref name="change"/> refuses.</exception>
    public Secret Change(AwsScope scope, string id, Func<Secret, Secret> change)
    {
        lock (_changes)
        {
            return Write(scope, change(RequireAlive(scope, id)) with { ChangedAt = clock.GetUtcNow() });
        }
    }

    /// <summary>Remembers that a secret's value is read today. It outlives the process only with the next change: a read waits for no disk.</summary>
    /// <exception cref="AwsException">There is no such secret, or it is marked for deletion.</exception>
    public void Access(AwsScope scope, string id)
    {
        var today = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        if (RequireAlive(scope, id).AccessedOn == today)
        {
            return;
        }

        lock (_changes)
        {
            var secret = RequireAlive(scope, id);
            _secrets[(HomeOf(secret, scope), secret.Name)] = secret with { AccessedOn = today };
        }
    }

    /// <summary>Deletes a secret at once, or marks it for deletion after <paramref name="recovery"/>.</summary>
    /// <param name="recovery">Null: at once.</param>
    /// <returns>The secret as it was last; its <see cref="Secret.DeletionAt"/> is set.</returns>
    /// <exception cref="AwsException">There is no such secret.</exception>
    public Secret Delete(AwsScope scope, string id, TimeSpan? recovery = null)
    {
        lock (_changes)
        {
            var secret = Require(scope, id) with { DeletionAt = clock.GetUtcNow() + (recovery ?? TimeSpan.Zero) };
            if (recovery is null)
            {
                var home = HomeOf(secret, scope);
                _secrets.TryRemove((home, secret.Name), out _);
                log.Append(new SecretChange.Deleted(home, secret.Name));
                return secret;
            }

            return Write(scope, secret);
        }
    }

    /// <summary>Takes the mark for deletion away.</summary>
    /// <exception cref="AwsException">There is no such secret.</exception>
    public Secret Restore(AwsScope scope, string id)
    {
        lock (_changes)
        {
            return Write(scope, Require(scope, id) with { DeletionAt = null });
        }
    }

    /// <summary>The secret of a name or an ARN, or null.</summary>
    public Secret? Find(AwsScope scope, string id)
    {
        if (!Arn.TryParse(id, out var arn))
        {
            return FindByName(scope, id);
        }

        if (arn is not { Service: "secretsmanager" } || !arn.Resource.StartsWith("secret:", StringComparison.Ordinal))
        {
            return null;
        }

        var name = arn.Resource["secret:".Length..];
        return name.LastIndexOf('-') is var dash and > 0 && FindByName(arn.Scope, name[..dash]) is { } secret && secret.Arn == id
            ? secret
            : FindByName(arn.Scope, name);
    }

    /// <summary>All secrets, by name.</summary>
    public IEnumerable<Secret> All(AwsScope scope) => _secrets.Keys
        .Where(key => key.Scope == scope)
        .Select(key => FindByName(scope, key.Name))
        .OfType<Secret>()
        .OrderBy(static secret => secret.Name, StringComparer.Ordinal);

    /// <summary>The secret of a name or an ARN.</summary>
    /// <exception cref="AwsException">There is none.</exception>
    public Secret Require(AwsScope scope, string id) => Find(scope, id) ?? throw SecretErrors.NotFound();

    /// <summary>The secret of a name or an ARN.</summary>
    /// <exception cref="AwsException">There is none, or it is marked for deletion.</exception>
    public Secret RequireAlive(AwsScope scope, string id) =>
        Require(scope, id) is { DeletionAt: null } secret ? secret : throw SecretErrors.MarkedForDeletion();

    /// <summary>Where there are secrets.</summary>
    public IEnumerable<AwsScope> Scopes => _secrets.Keys.Select(static key => key.Scope).Distinct();

    public StatePartId Id => StatePartId.Secrets;

    public void Restore(ReadOnlySpan<byte> change)
    {
        var read = JsonChange.Read(change, SecretChangeJson.Default.SecretChange);
        if (read is SecretChange.Written { Secret: var secret })
        {
            _secrets[(read.Scope, secret.Name)] = secret;
        }
        else if (read is SecretChange.Deleted deleted)
        {
            _secrets.TryRemove((deleted.Scope, deleted.Name), out _);
        }
    }

    public IEnumerable<StateChange> Snapshot()
    {
        lock (_changes)
        {
            return [.. _secrets.Select(static pair => new SecretChange.Written(pair.Key.Scope, pair.Value))];
        }
    }

    public void Clear()
    {
        lock (_changes)
        {
            _secrets.Clear();
        }
    }

    private Secret? FindByName(AwsScope scope, string name) =>
        _secrets.TryGetValue((scope, name), out var secret) && !(secret.DeletionAt <= clock.GetUtcNow()) ? secret : null;

    private Secret Write(AwsScope scope, Secret secret)
    {
        var home = HomeOf(secret, scope);
        log.Append(new SecretChange.Written(home, secret));
        return _secrets[(home, secret.Name)] = secret;
    }

    /// <summary>Where a secret is: a call to one Region may mean one of another by its ARN.</summary>
    private static AwsScope HomeOf(Secret secret, AwsScope scope) => Arn.TryParse(secret.Arn, out var arn) ? arn.Scope : scope;

    private static string NewVersionId() => Guid.NewGuid().ToString();
}

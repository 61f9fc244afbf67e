using System.Text.RegularExpressions;
using LocalAws.Protocol;

namespace LocalAws.CloudWatchLogs;

/// <summary>All log groups of all Regions: in memory, and as many events a group as <see cref="LogGroup"/> keeps.</summary>
internal sealed partial class LogStore(TimeProvider clock)
{
    private readonly SortedDictionary<(string Account, string Region, string Name), LogGroup> _groups = [];
    private readonly Lock _gate = new();

    /// <exception cref="AwsException">The name is not allowed or taken.</exception>
    public void CreateGroup(AwsScope scope, string name)
    {
        if (!GroupName().IsMatch(name))
        {
            throw LogErrors.Invalid(
                $"1 validation error detected: Value '{name}' at 'logGroupName' failed to satisfy constraint: "
                + @"Member must satisfy regular expression pattern: [\.\-_/#A-Za-z0-9]+");
        }

        lock (_gate)
        {
            if (!_groups.TryAdd(Key(scope, name), new LogGroup(name, scope.Arn("logs", $"log-group:{name}"), clock.GetUtcNow())))
            {
                throw LogErrors.GroupExists();
            }
        }
    }

    /// <exception cref="AwsException">There is no such group.</exception>
    public void DeleteGroup(AwsScope scope, string name)
    {
        lock (_gate)
        {
            if (!_groups.Remove(Key(scope, name)))
            {
                throw LogErrors.NoGroup();
            }
        }
    }

    /// <exception cref="AwsException">There is no such group, or the stream's name is taken.</exception>
    public void CreateStream(AwsScope scope, string group, string stream)
    {
        lock (_gate)
        {
            var found = Require(scope, group);
            if (found.FindStream(stream) is not null)
            {
                throw LogErrors.StreamExists();
            }

            found.AddStream(stream, clock.GetUtcNow());
        }
    }

    /// <summary>Adds events to a stream.</summary>
    /// <exception cref="AwsException">There is no such group or stream.</exception>
    public void Put(AwsScope scope, string group, string stream, IEnumerable<(DateTimeOffset At, string Message)> events)
    {
        lock (_gate)
        {
            var found = Require(scope, group);
            _ = found.FindStream(stream) ?? throw LogErrors.NoStream();
            foreach (var (at, message) in events)
            {
                found.Add(stream, message, at, clock.GetUtcNow());
            }
        }
    }

    /// <summary>Adds an event on behalf of another service of this cloud, in a stream that is made if need be; false: there is no such group.</summary>
    public bool TryPutFromService(AwsScope scope, string group, string stream, string message, DateTimeOffset at)
    {
        lock (_gate)
        {
            if (!_groups.TryGetValue(Key(scope, group), out var found))
            {
                return false;
            }

            var now = clock.GetUtcNow();
            _ = found.FindStream(stream) ?? found.AddStream(stream, now);
            found.Add(stream, message, at, now);
            return true;
        }
    }

    /// <summary>What <paramref name="read"/> makes of the groups of a Region, by name.</summary>
    public T ReadAll<T>(AwsScope scope, Func<IEnumerable<LogGroup>, T> read)
    {
        lock (_gate)
        {
            return read(_groups.Where(pair => pair.Key.Account == scope.Account && pair.Key.Region == scope.Region).Select(static pair => pair.Value));
        }
    }

    /// <summary>What <paramref name="read"/> makes of a group.</summary>
    /// <exception cref="AwsException">There is no such group.</exception>
    public T Read<T>(AwsScope scope, string group, Func<LogGroup, T> read)
    {
        lock (_gate)
        {
            return read(Require(scope, group));
        }
    }

    private LogGroup Require(AwsScope scope, string name) => _groups.GetValueOrDefault(Key(scope, name)) ?? throw LogErrors.NoGroup();

    private static (string Account, string Region, string Name) Key(AwsScope scope, string name) => (scope.Account, scope.Region, name);

    [GeneratedRegex(@"\A[\.\-_/#A-Za-z0-9]{1,512}\z")]
    private static partial Regex GroupName();
}

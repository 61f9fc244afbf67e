namespace Dashboard.Lab.Alarms;

/// <summary>
/// An alarm's state over time: it goes off when its condition has held for long enough, and ends when it has not held for
/// long enough. A moment of which nothing is known does not set it off and lets it end, as CloudWatch does by default (CloudWatch User Guide,
/// "Configuring how CloudWatch alarms treat missing data": with <c>missing</c> an alarm without data goes to INSUFFICIENT_DATA).
/// </summary>
/// <param name="hold">How long the condition must hold, simulated seconds.</param>
/// <param name="release">How long it must not, simulated seconds.</param>
internal sealed class AlarmMachine(double hold, double release)
{
    private const int MaximumEpisodes = 50;

    private readonly List<AlarmEpisode> _episodes = [];
    private double? _since;
    private bool _isKnown;

    /// <summary>Whether it is off now.</summary>
    public bool IsOn => _episodes is [.., { End: null }];

    /// <summary>Each time that it went off, the latest last; the first ones are forgotten when there are too many.</summary>
    public IReadOnlyList<AlarmEpisode> Episodes => [.. _episodes];

    /// <summary>Takes a moment, later than the one before.</summary>
    /// <param name="seconds">The moment, simulated seconds since the run began.</param>
    /// <param name="isBreaching">Whether the condition holds; null: not known.</param>
    public void Observe(double seconds, bool? isBreaching)
    {
        if (isBreaching is null && !IsOn)
        {
            return;
        }

        if ((isBreaching ?? false) == IsOn)
        {
            _since = null;
            return;
        }

        _isKnown = isBreaching is not null || (_isKnown && _since is not null);
        _since ??= seconds;
        if (seconds - _since < (IsOn ? release : hold))
        {
            return;
        }

        if (IsOn)
        {
            _episodes[^1] = _episodes[^1] with { End = _since, IsForWantOfData = !_isKnown };
        }
        else
        {
            _episodes.Add(new(seconds, null));
            if (_episodes.Count > MaximumEpisodes)
            {
                _episodes.RemoveAt(0);
            }
        }

        _since = null;
    }
}

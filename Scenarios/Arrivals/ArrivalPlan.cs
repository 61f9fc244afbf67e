using Scenarios.Scripts;

namespace Scenarios.Arrivals;

/// <summary>
/// When each virtual user of a script arrives: a pure function of its phases. The rate is integrated over the phases,
/// and user number k arrives when the integral reaches k − ½.
/// </summary>
/// <remarks>
/// So a level rate of 2 a second arrives at 0.25, 0.75, 1.25 … s, the fraction that a phase leaves over is carried into
/// the next, and the plan has as many users as the integral rounds to. Artillery instead counts whole users in each
/// second of a ramp, which comes to the same number for a ramp whose integral is whole and to a few more or less
/// otherwise, and it starts each second's first user after the second's first interval.
/// </remarks>
public sealed class ArrivalPlan
{
    /// <summary>Keeps an integral that is whole but for the last bits of a double on its side of the threshold.</summary>
    private const double Tolerance = 1e-9;

    private readonly IReadOnlyList<Phase> _phases;
    private readonly double[] _startSeconds;
    private readonly double[] _arrivalsBefore;

    /// <summary>Plans.</summary>
    /// <param name="phases">The phases, one after the other.</param>
    public ArrivalPlan(IReadOnlyList<Phase> phases)
    {
        ArgumentNullException.ThrowIfNull(phases);
        _phases = phases;
        _startSeconds = new double[phases.Count + 1];
        _arrivalsBefore = new double[phases.Count + 1];
        for (var i = 0; i < phases.Count; i++)
        {
            _startSeconds[i + 1] = _startSeconds[i] + phases[i].DurationSeconds;
            _arrivalsBefore[i + 1] = _arrivalsBefore[i] + phases[i].Arrivals;
        }
    }

    /// <summary>Users in the whole plan.</summary>
    public long Planned => CountUntil(_phases.Count);

    /// <summary>How long the plan lasts, simulated time.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(_startSeconds[^1]);

    /// <summary>The users in the order of their arrival, computed as they are asked for.</summary>
    public IEnumerable<Arrival> Arrivals
    {
        get
        {
            for (var i = 0; i < _phases.Count; i++)
            {
                var last = CountUntil(i + 1);
                for (var number = CountUntil(i) + 1; number <= last; number++)
                {
                    var seconds = _phases[i].SecondsUntil(number - 0.5 - _arrivalsBefore[i]);
                    yield return new Arrival(number, i, TimeSpan.FromSeconds(_startSeconds[i] + seconds));
                }
            }
        }
    }

    /// <summary>The phase that runs <paramref name="elapsed"/> after the beginning, from 0; the last one for ever after.</summary>
    public int PhaseAt(TimeSpan elapsed)
    {
        var phase = 0;
        while (phase < _phases.Count - 1 && elapsed.TotalSeconds >= _startSeconds[phase + 1])
        {
            phase++;
        }

        return phase;
    }

    /// <summary>Users that arrive before phase <paramref name="phase"/> begins.</summary>
    private long CountUntil(int phase) => (long)Math.Floor(_arrivalsBefore[phase] + 0.5 + Tolerance);
}

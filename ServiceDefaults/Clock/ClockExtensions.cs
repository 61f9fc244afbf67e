using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.Clock;

/// <summary>Registers the one <see cref="TimeProvider"/> of a service.</summary>
public static class ClockExtensions
{
    /// <summary>Adds the system clock, or with <c>Clock:Speed</c> an accelerated one.</summary>
    /// <exception cref="OptionsValidationException"><c>Clock:Speed</c> is out of range.</exception>
    public static TBuilder AddClock<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.TryAddSingleton(ReadClock(builder.Configuration));
        return builder;
    }

    /// <summary>The clock that the section <c>Clock</c> asks for.</summary>
    /// <exception cref="OptionsValidationException"><c>Clock:Speed</c> is out of range.</exception>
    public static TimeProvider ReadClock(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = configuration.GetSection("Clock").Get<ClockOptions>() ?? new ClockOptions();
        if (options.Speed is not (>= 0.1 and <= 100))
        {
            throw new OptionsValidationException(
                "Clock", typeof(ClockOptions), [$"Clock:Speed = {options.Speed}: must be a number from 0.1 to 100."]);
        }

        return options is { Speed: 1, Origin: null }
            ? TimeProvider.System
            : new AcceleratedTimeProvider(options.Speed, options.Origin);
    }
}

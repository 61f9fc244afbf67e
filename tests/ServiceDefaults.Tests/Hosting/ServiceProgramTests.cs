using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceDefaults.Hosting;

namespace ServiceDefaults.Tests.Hosting;

/// <summary>Reads what goes to standard error, which there is one of: its tests run one after another.</summary>
public sealed class ServiceProgramTests : IDisposable
{
    private readonly TextWriter _errors = Console.Error;
    private readonly StringWriter _written = new();

    public ServiceProgramTests() => Console.SetError(_written);

    public void Dispose() => Console.SetError(_errors);

    [Fact]
    public async Task RunAsync_ConfigurationRefused_SaysWhyAndExitsWithTwo()
    {
        var code = await ServiceProgram.RunAsync(static () => throw new OptionsValidationException("X", typeof(object), ["X:A = 1: no.", "X:B = 2: no."]));
        code.ShouldBe(2);
        _written.ToString().ShouldBe($"X:A = 1: no.{Environment.NewLine}X:B = 2: no.{Environment.NewLine}");
    }

    [Fact]
    public async Task RunAsync_PortTaken_SaysWhichAndExitsWithTwo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var code = await ServiceProgram.RunAsync(() => Build(((IPEndPoint)taken.LocalEndpoint).Port));
        code.ShouldBe(2);
        _written.ToString().ShouldContain(taken.LocalEndpoint.ToString()!);
        _written.ToString().ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("--urls=foo", "Invalid url: 'foo'")]
    [InlineData("--Logging:LogLevel:Default=Loud", "'Loud'")]
    public async Task RunAsync_FrameworksOwnSettingUnreadable_SaysWhichAndExitsWithTwo(string argument, string said)
    {
        var code = await ServiceProgram.RunAsync(() => WebApplication.CreateBuilder([argument]).Build());

        code.ShouldBe(2);
        _written.ToString().ShouldContain(said);
        _written.ToString().ShouldNotContain("   at ");
    }

    [Fact]
    public async Task RunAsync_StoppedInOrder_ExitsWithZero()
    {
        var code = await ServiceProgram.RunAsync(static () =>
        {
            var app = Build(0);
            app.Lifetime.ApplicationStarted.Register(app.Lifetime.StopApplication);
            return app;
        });
        code.ShouldBe(0);
    }

    [Fact]
    public async Task RunAsync_BackgroundServiceFails_ExitsWithOne()
    {
        var code = await ServiceProgram.RunAsync(static () => Build(0, static services => services.AddHostedService<FailingService>()));
        code.ShouldBe(1);
    }

    [Fact]
    public Task RunAsync_Bug_IsNotHidden() =>
        Should.ThrowAsync<InvalidOperationException>(() => ServiceProgram.RunAsync(static () => throw new InvalidOperationException("bug")));

    private static WebApplication Build(int port, Action<IServiceCollection>? add = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        add?.Invoke(builder.Services);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        return builder.Build();
    }

    private sealed class FailingService : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw new InvalidOperationException("bug");
        }
    }
}

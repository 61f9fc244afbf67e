using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Dashboard.Tests;

public sealed class EndpointTests
{
    [Fact]
    public void Read_NothingConfigured_IsLoopbackOnTheUsualPorts()
    {
        var endpoints = DashboardEndpoints.Read(Configure());

        endpoints.Api.ShouldHaveSingleItem().ToString().ShouldBe("http://127.0.0.1:18888");
        endpoints.Otlp.ShouldHaveSingleItem().ToString().ShouldBe("http://127.0.0.1:4317");
        endpoints.OtlpHttp.ShouldHaveSingleItem().ToString().ShouldBe("http://127.0.0.1:4318");
    }

    [Fact]
    public void Read_OnlyTheGrpcAddress_HttpIsNotOpened()
    {
        DashboardEndpoints.Read(Configure((DashboardEndpoints.OtlpKey, "http://localhost:4000"))).OtlpHttp.ShouldBeEmpty();
        DashboardEndpoints.Read(Configure((DashboardEndpoints.OtlpPortKey, "5000"), (DashboardEndpoints.OtlpHttpPortKey, "5001")))
            .OtlpHttp.ShouldHaveSingleItem().ToString().ShouldBe("http://localhost:5001");
    }

    [Fact]
    public void Read_PortBehindAProxy_ReplacesTheProxysAddress()
    {
        var endpoints = DashboardEndpoints.Read(Configure((DashboardEndpoints.OtlpKey, "http://localhost:4000"), (DashboardEndpoints.OtlpPortKey, "5000")));

        endpoints.Otlp.ShouldHaveSingleItem().ToString().ShouldBe("http://localhost:5000");
    }

    [Fact]
    public void RequireFree_TakenPort_IsRefusedInALineThatNamesItAndTheKey()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var endpoints = DashboardEndpoints.Read(Configure(
            (WebHostDefaults.ServerUrlsKey, $"http://127.0.0.1:{port}"),
            (DashboardEndpoints.OtlpKey, "http://127.0.0.1:0"),
            (DashboardEndpoints.OtlpHttpKey, "http://127.0.0.1:0")));

        var refused = Should.Throw<OptionsValidationException>(endpoints.RequireFree);

        refused.Failures.ShouldHaveSingleItem().ShouldStartWith($"Port {port} is taken");
        refused.Failures.Single().ShouldContain("ASPNETCORE_URLS=");
    }

    [Theory]
    [InlineData("https://localhost:1")]
    [InlineData("http://example.com:1")]
    [InlineData("localhost:1")]
    [InlineData("http://localhost:1/path")]
    [InlineData("http://localhost:x")]
    public void Read_AddressThatCannotBeListenedOn_IsRefusedByName(string address)
    {
        var refused = Should.Throw<OptionsValidationException>(() => DashboardEndpoints.Read(Configure((DashboardEndpoints.OtlpKey, address))));

        refused.Failures.ShouldHaveSingleItem().ShouldStartWith($"{DashboardEndpoints.OtlpKey} = \"{address}\": must be");
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317", true)]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://127.0.0.1:4317/v1/traces", true)]
    [InlineData("LAB_OTLP_ENDPOINT", "http://[::1]:4317", true)]
    [InlineData("LAB_OTLP_ENDPOINT", "http://0.0.0.0:4317", true)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318", true)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4319", false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.example:4317", false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "", false)]
    public void ExportGuard_FindsWhatNamesUs(string key, string value, bool isOurs)
    {
        var configuration = Configure((key, value));

        ExportGuard.KeysThatNameUs(configuration, DashboardEndpoints.Read(configuration)).ShouldBe(isOurs ? [key] : []);
    }

    [Fact]
    public void Build_LimitOutOfRange_IsRefusedByName()
    {
        string[] anyPorts = ["--urls=http://127.0.0.1:0", $"--{DashboardEndpoints.OtlpKey}=http://127.0.0.1:0", $"--{DashboardEndpoints.OtlpHttpKey}=http://127.0.0.1:0"];

        var refused = Should.Throw<OptionsValidationException>(() => DashboardApplication.Build([.. anyPorts, "--Dashboard:Limits:MaxSpans=0"]));

        refused.Failures.ShouldHaveSingleItem().ShouldBe("Dashboard:Limits:MaxSpans = \"0\": must be a whole number from 100 to 1000000000.");
    }

    private static IConfiguration Configure(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value))).Build();
}

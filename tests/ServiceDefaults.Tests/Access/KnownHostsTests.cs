using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ServiceDefaults.Access;

namespace ServiceDefaults.Tests.Access;

public sealed class KnownHostsTests
{
    private static readonly KnownHosts Hosts = KnownHosts.Read(
        Configuration((KnownHosts.Key, "box.example, *.corp.example"), ("urls", "http://0.0.0.0:80;http://mybox:81"), ("OTEL_SERVICE_NAME", "slow-api")),
        "*.amazonaws.com");

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:4566")]
    [InlineData("localhost.")]
    [InlineData("queue.localhost:4566")]
    [InlineData("127.0.0.1:4566")]
    [InlineData("127.8.8.8")]
    [InlineData("[::1]:4566")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("192.168.1.7:80")]
    [InlineData("host.docker.internal:5082")]
    [InlineData("slow-api")]
    [InlineData("mybox:81")]
    [InlineData("box.example")]
    [InlineData("a.b.corp.example")]
    [InlineData("sqs.us-east-1.amazonaws.com")]
    [InlineData("")]
    public void Contains_NameThatLeadsHere_IsKnown(string host) =>
        Hosts.Contains(new HostString(host), IPAddress.Parse("::ffff:192.168.1.7")).ShouldBeTrue();

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example:4566")]
    [InlineData("localhost.evil.example")]
    [InlineData("evillocalhost")]
    [InlineData("amazonaws.com.evil.example")]
    [InlineData("evilamazonaws.com")]
    [InlineData("corp.example")]
    [InlineData("evil.box.example")]
    [InlineData("192.168.1.8")]
    [InlineData("0.0.0.0:4566")]
    [InlineData("[2001:db8::1]")]
    public void Contains_AnotherName_IsNot(string host) =>
        Hosts.Contains(new HostString(host), IPAddress.Parse("192.168.1.7")).ShouldBeFalse();

    [Theory]
    [InlineData("http://box")]
    [InlineData("box:80")]
    [InlineData("*")]
    [InlineData("a b")]
    public void Read_NoName_IsRefused(string name) =>
        Should.Throw<OptionsValidationException>(() => KnownHosts.Read(Configuration((KnownHosts.Key, $"good.example,{name}"))))
            .Failures.ShouldHaveSingleItem().ShouldStartWith($"RequestGuard:Hosts = {name}: must be host names without a port");

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
}

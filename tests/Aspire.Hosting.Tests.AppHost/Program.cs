using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);
if (builder.Configuration["Refuse"] is { } reason)
{
    await Console.Error.WriteLineAsync(reason);
    return 2;
}

var backend = builder.AddProject<Projects.Aspire_Hosting_Tests_Service>("backend")
    .WithHttpEndpoint(port: builder.Configuration.GetValue<int?>("BackendPort"))
    .WithHttpHealthCheck("/health")
    .WithEnvironment("Greeting", builder.AddParameter("greeting"));

builder.AddProject<Projects.Aspire_Hosting_Tests_Service>("frontend")
    .WithHttpEndpoint(port: builder.Configuration.GetValue<int?>("FrontendPort"))
    .WithHttpHealthCheck("/health")
    .WithReference(backend)
    .WithEnvironment("BACKEND_PID", $"{backend.GetEndpoint("http")}/pid")
    .WaitFor(backend);

await builder.Build().RunAsync();
return 0;

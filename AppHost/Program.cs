var builder = DistributedApplication.CreateBuilder(args);

builder.AddProject<Projects.LocalAws>("local-aws")
    .WithHttpEndpoint(port: 4566)
    .WithHttpHealthCheck("/health");

builder.Build().Run();

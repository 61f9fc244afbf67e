using AppHost.Cloud;
using AppHost.Experiments;
using AppHost.Lab;
using ServiceDefaults.Hosting;

if (args is [ExperimentCommand.Name, .. var experiment])
{
    return await ExperimentCommand.RunAsync(experiment, Console.Out, Console.Error);
}

if (ServiceProgram.AsksForHelp(args))
{
    Console.WriteLine(Usage.Text);
    return 0;
}

try
{
    var builder = DistributedApplication.CreateBuilder(CommandLine.Normalize(args));
    var lab = builder.AddLab();
    using var folders = builder.AddRunFolders(lab);
    var access = builder.AddDashboardAccess();
    var cloud = builder.AddCloud(lab, folders);

    var dashboard = builder.AddProject<Projects.Dashboard>(ResourceNames.Dashboard)
        .WithOtlpReceivers()
        .WithAccess(access)
        .WithEnvironment("Dashboard__DataDirectory", folders.Kept)
        .WithAwsClients(cloud)
        .WithHttpHealthCheck("/health");

    var slowApi = builder.AddProject<Projects.SlowApi>("slow-api")
        .WithEnvironment("ApiKeys__0", cloud.DeliveryApiKey)
        .WithStateDirectory(folders)
        .WithHttpHealthCheck("/health");

    var worker = builder.AddProject<Projects.Delivery_Worker>(ResourceNames.DeliveryWorker)
        .WithReference(slowApi)
        .WithCloud(cloud)
        .WithEnvironment("EventsApiKey", cloud.EventsApiKey)
        .WithStateDirectory(folders)
        .WithHttpHealthCheck("/health");

    var notificationApi = builder.AddProject<Projects.Notification_Api>(ResourceNames.NotificationApi)
        .WithCloud(cloud)
        .WithExternalHttpEndpoints()
        .WithStateDirectory(folders)
        .WithHttpHealthCheck("/health");

    var loadGenerator = builder.AddProject<Projects.LoadGenerator>(ResourceNames.LoadGenerator)
        .WithReference(notificationApi)
        .WithHttpHealthCheck("/health");

    cloud.DeliverTo(worker);
    dashboard.WithReference(slowApi).WithReference(worker).WithReference(loadGenerator);
    builder.ShareLab(lab, cloud, dashboard, access, slowApi, worker, notificationApi, loadGenerator);

    builder.Build().Run();
    return Environment.ExitCode;
}
catch (Exception refused) when (Refusal.Is(refused))
{
    return Refusal.Tell(refused);
}

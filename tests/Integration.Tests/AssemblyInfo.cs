// Each test starts the whole system; two at a time would measure each other on a small machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

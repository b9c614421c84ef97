using System.Runtime.CompilerServices;

// Tests put a failing disk into the write queue and look at batches; nothing else may.
[assembly: InternalsVisibleTo("Outreach.Content.Tests")]

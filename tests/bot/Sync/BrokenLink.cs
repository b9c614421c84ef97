using System.Collections.Concurrent;
using Outreach.Referrals.Sync;

namespace Outreach.Bot.Tests.Sync;

/// <summary>A link that breaks as links do: before anything went, in the middle, or after the server had it all and before it could say so.</summary>
internal sealed class BrokenLink(Random random, ConcurrentDictionary<string, byte[]> seen, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var whole = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        using var body = new MemoryStream(whole);
        while (await SpoolFrames.Read(body, cancellationToken) is SpoolFrame.Item(var id, var sealedItem))
            seen[id] = sealedItem.ToArray();
        request.Content = new ByteArrayContent(whole);
        switch (random.Next(6))
        {
            case 0:
                throw new HttpRequestException("no connection");
            case 1:
                request.Content = new ByteArrayContent(whole, 0, random.Next(whole.Length));
                (await base.SendAsync(request, cancellationToken)).Dispose();
                throw new HttpRequestException("cut in the middle");
            case 2:
                (await base.SendAsync(request, cancellationToken)).Dispose();
                throw new HttpRequestException("cut between the server's answer and us");
            default:
                return await base.SendAsync(request, cancellationToken);
        }
    }
}

package wire

import (
	"github.com/dateline-news/dateline/extractor"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

func (w *writer) entityID(index int32) string { return entityIDs.of(index, len(w.d.Entities)) }

func (w *writer) entities() []*pb.Entity {
	out := make([]*pb.Entity, len(w.d.Entities))
	for i := range w.d.Entities {
		e := &w.d.Entities[i]
		out[i] = &pb.Entity{
			EntityId:        w.entityID(int32(i)),
			Type:            pb.EntityType(e.Type),
			Name:            e.Name,
			Aliases:         clone(e.Aliases),
			Mentions:        w.mentions(e.Mentions),
			Salience:        e.Salience,
			Roles:           w.roles(e.Roles),
			Links:           links(e.Links),
			CountryCode:     e.CountryCode,
			SectorCodes:     clone(e.SectorCodes),
			MemberEntityIds: w.members(e.Members),
		}
	}
	return out
}

func (w *writer) mentions(mentions []extractor.Mention) []*pb.Mention {
	values := make([]pb.Mention, len(mentions))
	out := make([]*pb.Mention, len(mentions))
	for i := range mentions {
		m, v := &mentions[i], &values[i]
		v.Spans = w.places(m.Span)
		v.Text = w.d.TextOf(m.Span)
		v.Type = pb.MentionType(m.Type)
		v.Metonym = pb.Metonym(m.Metonym)
		out[i] = v
	}
	return out
}

func (w *writer) roles(roles []extractor.Role) []*pb.Role {
	var out []*pb.Role
	for _, r := range roles {
		out = append(out, &pb.Role{Title: r.Title, Organization: r.Organization, Former: r.Former, Spans: w.places(r.Span)})
	}
	return out
}

func links(links []extractor.Link) []*pb.Link {
	var out []*pb.Link
	for _, l := range links {
		out = append(out, &pb.Link{KnowledgeBase: l.KnowledgeBase, Id: l.ID, Uri: l.URI})
	}
	return out
}

func (w *writer) members(members []int32) []string {
	var out []string
	for _, m := range members {
		out = append(out, w.entityID(m))
	}
	return out
}

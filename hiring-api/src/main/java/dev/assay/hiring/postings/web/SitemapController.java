package dev.assay.hiring.postings.web;

import dev.assay.hiring.platform.pages.PersonalPages;
import dev.assay.hiring.postings.PostingAddresses;
import dev.assay.hiring.postings.PostingIndex;
import dev.assay.hiring.postings.PostingPages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Tells search engines where the postings are (sitemaps.org 0.9): one map an employer. */
@Controller
class SitemapController {

    /** How many one map may name. */
    private static final int MOST = 50_000;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final PostingPages postings;
    private final PostingIndex index;
    private final PostingAddresses addresses;
    private final PersonalPages pages;

    SitemapController(
            PostingPages postings,
            PostingIndex index,
            PostingAddresses addresses,
            PersonalPages pages) {
        this.postings = postings;
        this.index = index;
        this.addresses = addresses;
        this.pages = pages;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .body(
                        """
                        User-agent: *
                        Disallow: /me/
                        Disallow: /console/
                        Disallow: /v1/
                        Sitemap: %s
                        """
                                .formatted(addresses.of("/sitemap.xml")));
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> maps(HttpServletRequest request) {
        return pages.admitted(
                request,
                () -> {
                    StringBuilder xml =
                            new StringBuilder(DECLARATION)
                                    .append("<sitemapindex xmlns=\"%s\">\n".formatted(NAMESPACE));
                    index.employers("", MOST)
                            .forEach(alias ->
                                    xml.append("<sitemap><loc>")
                                            .append(addresses.of("/jobs/" + alias + "/sitemap.xml"))
                                            .append("</loc></sitemap>\n"));
                    return xml(xml.append("</sitemapindex>\n"));
                });
    }

    @GetMapping("/jobs/{employer}/sitemap.xml")
    ResponseEntity<String> map(@PathVariable String employer, HttpServletRequest request) {
        return pages.admitted(
                request,
                () -> {
                    StringBuilder xml =
                            new StringBuilder(DECLARATION)
                                    .append("<urlset xmlns=\"%s\">\n".formatted(NAMESPACE));
                    postings.each(
                            employer,
                            posting ->
                                    xml.append("<url><loc>")
                                            .append(addresses.page(posting))
                                            .append("</loc><lastmod>")
                                            .append(posting.job().updatedAt())
                                            .append("</lastmod></url>\n"));
                    return xml(xml.append("</urlset>\n"));
                });
    }

    private static ResponseEntity<String> xml(StringBuilder xml) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/xml;charset=UTF-8"))
                .body(xml.toString());
    }
}

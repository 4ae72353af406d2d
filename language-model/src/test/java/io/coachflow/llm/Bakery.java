package io.coachflow.llm;

import java.util.List;

/**
 * A record for a model to fill, with one component of each kind.
 */
record Bakery(@Described("What it is called") String shopName, int loaves, double rating, boolean open, Flour flour,
		List<String> breads, List<Oven> ovens) {

	static final String JSON = """
			{"shop_name": "Au bon pain", "loaves": 40, "rating": 0.8, "open": true, "flour": "rye",
			 "breads": ["baguette", "miche"], "ovens": [{"degrees": 240}]}""";

	enum Flour {

		WHEAT, RYE

	}

	record Oven(int degrees) {
	}

}
